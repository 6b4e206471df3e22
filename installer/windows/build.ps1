# Build and try the installer on a Windows machine. NOT TRIED: no Windows machine has run this yet.
#
#   powershell -ExecutionPolicy Bypass -File installer\windows\build.ps1 [-Out FOLDER]
#
# Needs Python 3.11 from python.org (py -3.11), NSIS 3.08 or newer (makensis) and a MinGW-w64 with gcc, windres and
# objdump on the PATH. Does the same as `python installer/build.py windows` on Debian, with two differences: Windows
# itself judges the signatures of Python, Qt and Microsoft, and the installer is tried on this very machine: installed
# into a temporary folder for this user alone, tested with its window, and uninstalled.
# Set NAMNDSTOD_SIGN to the command that signs; the path of the file is added to it. For example:
#   $env:NAMNDSTOD_SIGN = 'signtool sign /fd SHA256 /tr TIMESERVER /td SHA256 /n "NAME"'
param([string]$Out = "")

$ErrorActionPreference = "Stop"
$root = Resolve-Path (Join-Path $PSScriptRoot "..\..")
Set-Location $root
if (-not $Out) { $Out = Join-Path $root "dist\windows" }

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    $process = Start-Process -FilePath $Program -ArgumentList $Arguments -Wait -PassThru -NoNewWindow
    if ($process.ExitCode -ne 0) { throw "$Program ended with exit code $($process.ExitCode)" }
}

foreach ($program in "py", "makensis", "gcc", "windres", "objdump") {
    if (-not (Get-Command $program -ErrorAction SilentlyContinue)) { throw "Not found on the PATH: $program" }
}
Invoke-Checked "py" @("-3.11", "installer\build.py", "windows", "-o", "`"$Out`"")

# --- what was built, on this machine ---

if (Get-ItemProperty "HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Namndstod" -ErrorAction SilentlyContinue) {
    Write-Warning "The program is installed here already: the installer is built, but not tried."
    exit 0
}
$installer = Get-ChildItem $Out -Filter "*-setup.exe" | Select-Object -First 1
$place = Join-Path ([IO.Path]::GetTempPath()) "Namndstod on trial"
Invoke-Checked $installer.FullName @("/S", "/CURRENTUSER", "/D=$place")
try {
    Invoke-Checked (Join-Path $place "namndstod.exe") @("--self-test")
} finally {
    Invoke-Checked (Join-Path $place "avinstallera.exe") @("/S", "_?=$place")
    Remove-Item (Join-Path $place "avinstallera.exe")
    Remove-Item $place
}
Write-Host "Built and tried: $($installer.FullName)"
