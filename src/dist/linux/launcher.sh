#!/bin/sh
# Starts Afterbeep with its own Java; the flags are app.jvm of the pom.xml.
here=$(readlink -f "$0")
app=${here%/bin/*}/lib/app
exec "${here%/bin/*}/lib/runtime/bin/java" @FLAGS@ "-XX:AOTCache=$app/afterbeep.aot" "-Dorg.sqlite.lib.path=$app" \
  -cp "@CLASSPATH@" app.afterbeep.Main "$@"
