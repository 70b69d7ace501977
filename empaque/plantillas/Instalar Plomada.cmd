@echo off
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Instalar Plomada @VERSION@
set "PYTHONHOME="
set "PYTHONPATH="
set "PIP_CONFIG_FILE=nul"
set "PIP_REQUIRE_VIRTUALENV="

echo Plomada @VERSION@
echo.
if not exist "%~dp0ruedas\plomada-@VERSION@-*.whl" goto sin_extraer
if not defined LOCALAPPDATA goto sin_carpeta
set "DESTINO=%LOCALAPPDATA%\Plomada"

set "PRUEBA=import sys; sys.exit(not (sys.version_info[:2] in ((3, 11), (3, 12), (3, 13)) and sys.maxsize > 2**32))"
set "PITON="
for %%V in (3.13 3.12 3.11) do if not defined PITON py -%%V -c "%PRUEBA%" >nul 2>nul && set "PITON=py -%%V"
if not defined PITON python -c "%PRUEBA%" >nul 2>nul && set "PITON=python"
if not defined PITON goto sin_python

echo Se instala en "%DESTINO%". No hace falta internet ni permisos de administrador.
echo Tarda cerca de un minuto...
echo.
if not exist "%DESTINO%" mkdir "%DESTINO%" || goto fallo
%PITON% -m venv --clear "%DESTINO%\entorno" || goto fallo
"%DESTINO%\entorno\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-index --find-links "%~dp0ruedas" "plomada==@VERSION@" || goto fallo
"%DESTINO%\entorno\Scripts\plomada.exe" --help >nul || goto fallo
copy /y "%~dp0accesos\plomada.cmd" "%DESTINO%\plomada.cmd" >nul || goto fallo
copy /y "%~dp0accesos\Revisar un plan.cmd" "%DESTINO%\Revisar un plan.cmd" >nul || goto fallo
copy /y "%~dp0LICENSE.txt" "%DESTINO%\LICENSE.txt" >nul || goto fallo

set "ESCRITORIO="
for /f "tokens=2,*" %%A in ('reg query "HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders" /v Desktop 2^>nul ^| find "REG_"') do call set "ESCRITORIO=%%B"
if not defined ESCRITORIO set "ESCRITORIO=%USERPROFILE%\Desktop"
copy /y "%~dp0accesos\Revisar un plan.cmd" "%ESCRITORIO%\Revisar un plan.cmd" >nul 2>nul || goto sin_escritorio
echo Listo. En el escritorio quedó «Revisar un plan»: arrastre sobre él la carpeta de una entrega.
goto final

:sin_escritorio
echo Listo. No se pudo dejar el acceso en el escritorio; está en "%DESTINO%\Revisar un plan.cmd".

:final
echo Para usar todas las órdenes: "%DESTINO%\plomada.cmd" --help
echo.
pause
exit /b 0

:sin_extraer
echo No se encuentra la carpeta "ruedas" junto a este instalador.
echo Extraiga primero todo el ZIP: clic derecho sobre él, «Extraer todo», y abra el instalador que queda adentro.
goto mal

:sin_carpeta
echo Windows no dice cuál es la carpeta de datos de este usuario (LOCALAPPDATA).
echo Cierre la sesión, vuelva a entrar e intente de nuevo.
goto mal

:sin_python
echo Hace falta Python 3.11, 3.12 o 3.13 de 64 bits, y en este equipo no se encontró.
echo.
echo Cómo conseguirlo, sin costo:
echo   1. Abra https://www.python.org/downloads/windows/
echo   2. Descargue «Windows installer (64-bit)» de la versión 3.13 o 3.12.
echo   3. Al instalarlo, marque «Add python.exe to PATH».
echo   4. Vuelva a abrir este instalador.
echo.
echo Si el equipo es de la entidad, pídalo a la oficina de sistemas con esos datos.
goto mal

:fallo
echo.
echo La instalación no terminó. Lo que dijo el sistema está arriba.
echo Cierre las ventanas donde Plomada esté abierto y vuelva a intentar; si sigue igual, envíe ese texto a quien le dio el paquete.

:mal
echo.
pause
exit /b 1
