#!/bin/sh
# Starts Afterbeep with its own Java; the flags are app.jvm of the pom.xml. The window is at hand sooner without the second compiler,
# which commands on large files are faster with.
here=$(readlink -f "$0")
home=${here%/bin/*}
app=$home/lib/app
case "$1" in
  import | export) tier= ;;
  *) tier=-XX:TieredStopAtLevel=1 ;;
esac
exec "$home/lib/runtime/bin/java" @FLAGS@ $tier "-XX:AOTCache=$app/afterbeep.aot" "-Dorg.sqlite.lib.path=$app" \
  -cp "@CLASSPATH@" app.afterbeep.Main "$@"
