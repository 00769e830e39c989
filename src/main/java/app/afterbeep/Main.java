package app.afterbeep;
public final class Main { public static void main(String[] a) { System.out.println(Runtime.version()); } private Main() {} }
