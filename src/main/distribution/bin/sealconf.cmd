@echo off
rem UNTESTED: written along the lines of bin/sealconf, but never run on Windows.
rem Starts sealconf @project.version@.
rem
rem JAVA_HOME              the Java to use, 17 or newer; else java from the PATH
rem SEALCONF_JAVA_OPTIONS  more options for Java, such as -Xmx2g
setlocal
set "home=%~dp0.."
if defined JAVA_HOME (
  set "java=%JAVA_HOME%\bin\java.exe"
) else (
  set "java=java.exe"
)
if defined JAVA_HOME if not exist "%java%" (
  echo sealconf: there is no bin\java.exe in JAVA_HOME, %JAVA_HOME% 1>&2
  exit /b 127
)
"%java%" @java.options@ %SEALCONF_JAVA_OPTIONS% -Dsealconf.as=sealconf ^
  -cp "%home%\lib\sealconf.jar" dev.sealconf.Main %*
exit /b %errorlevel%
