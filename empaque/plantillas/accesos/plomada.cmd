@echo off
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "PYTHONHOME="
set "PYTHONPATH="
set "PLOMADA=%LOCALAPPDATA%\Plomada\entorno\Scripts\plomada.exe"
if not exist "%PLOMADA%" (
  echo Plomada no está instalado para este usuario. Abra «Instalar Plomada.cmd».
  exit /b 3
)
"%PLOMADA%" %*
exit /b %ERRORLEVEL%
