@echo off
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Revisar un plan con Plomada
set "PYTHONHOME="
set "PYTHONPATH="
set "PLOMADA=%LOCALAPPDATA%\Plomada\entorno\Scripts\plomada.exe"
if not exist "%PLOMADA%" goto sin_instalar

set "PLAN=%~1"
if not defined PLAN set /p "PLAN=Arrastre aquí la carpeta de la entrega y oprima Entrar: "
if not defined PLAN goto sin_plan
set "PLAN=%PLAN:"=%"
if "%PLAN:~-1%"=="\" set "PLAN=%PLAN:~0,-1%"
if not exist "%PLAN%" goto sin_plan

rem El informe queda al lado de la carpeta; si ya hay uno, no se pisa.
for %%P in ("%PLAN%") do set "BASE=%%~dpnP%%~xP - informe"
set "FORMATO=txt"
"%PLOMADA%" informe --help >nul 2>nul && set "FORMATO=html"
set "SALIDA=%BASE%.%FORMATO%"
set /a NUMERO=1
:otro
if not exist "%SALIDA%" goto revisar
set /a NUMERO+=1
set "SALIDA=%BASE% %NUMERO%.%FORMATO%"
goto otro

:revisar
echo Se revisa "%PLAN%"...
echo.
if "%FORMATO%"=="html" (
  "%PLOMADA%" informe "%PLAN%" --formato html -o "%SALIDA%"
) else (
  "%PLOMADA%" evaluar "%PLAN%" --todo -o "%SALIDA%"
)
set "CODIGO=%ERRORLEVEL%"
echo.
if not exist "%SALIDA%" goto sin_informe
if "%CODIGO%"=="0" echo Toda exigencia obligatoria quedó decidida y ninguna se incumple.
if "%CODIGO%"=="1" echo Hay incumplimientos: el informe dice qué se sugiere requerir y con qué norma.
if "%CODIGO%"=="4" echo No hay incumplimientos, pero algo no consta o espera el concepto de una persona.
if "%CODIGO%"=="2" echo Algo de lo escrito en la entrega está mal; el informe dice qué.
if "%CODIGO%"=="3" echo Falló la herramienta en alguna regla; el informe dice en cuál.
echo El informe quedó en "%SALIDA%".
start "" "%SALIDA%"
pause
exit /b %CODIGO%

:sin_informe
echo No se hizo el informe. Arriba está lo que hay que corregir y dónde.
pause
exit /b %CODIGO%

:sin_plan
echo No se encontró la carpeta. Arrastre sobre este archivo la carpeta que tiene `plan.yaml` o `plan.xlsx`.
pause
exit /b 2

:sin_instalar
echo Plomada no está instalado para este usuario. Abra «Instalar Plomada.cmd».
pause
exit /b 3
