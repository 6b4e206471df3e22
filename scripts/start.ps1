# Sätt upp Nämndstöd, skriv demonstrationen och dess papper till demo\ och öppna fönstret.
# OPRÖVAT: har inte körts på någon Windowsdator än. Ur README.md:
#   powershell -ExecutionPolicy Bypass -File scripts\start.ps1
$ErrorActionPreference = 'Stop'
Set-Location (Split-Path -Parent $PSScriptRoot)
& (Join-Path $PSScriptRoot 'setup.ps1') run

$program = '.venv\Scripts\namndstod.exe'
$binder = 'demo\Demonstration'
$fresh = 'demo\.ny'
$papers = @('kallelse', 'handlingar', 'protokoll')

# Write-Papers: write the papers of a binder aside; true when all could be made.
function Write-Papers([string]$From) {
    foreach ($paper in $papers) {
        & $program make $paper $From -o "$fresh\$paper.pdf" | Out-Null
        if ($LASTEXITCODE -ne 0) { return $false }
    }
    return $true
}

# New-Demonstration: make a fresh binder aside.
function New-Demonstration {
    & $program demo "$fresh\Demonstration" | Out-Null
    if ($LASTEXITCODE -ne 0) { throw 'Demonstrationen gick inte att skapa.' }
}

# What is being made lies aside until it is whole, so a broken run leaves nothing half made behind.
if (Test-Path $fresh) { Remove-Item -Recurse -Force $fresh }
New-Item -ItemType Directory -Force $fresh | Out-Null
try {
    # A demonstration that is already here is left as it is, and the papers are its own. Where they can't be
    # made (its coming meeting is past, it was changed, it belongs to a newer version), they are of a fresh one.
    if (-not (Test-Path $binder)) {
        Write-Output 'Skapar demonstrationen'
        New-Demonstration
        Move-Item "$fresh\Demonstration" $binder
    }
    Write-Output 'Skriver kallelse, handlingar och protokoll'
    if (-not (Write-Papers $binder)) {
        New-Demonstration
        if (-not (Write-Papers "$fresh\Demonstration")) { throw 'Papperen gick inte att skriva.' }
    }
    foreach ($paper in $papers) { Move-Item -Force "$fresh\$paper.pdf" "demo\$paper.pdf" }
}
finally {
    Remove-Item -Recurse -Force $fresh -ErrorAction SilentlyContinue
}

Write-Output "Demonstrationen ligger i $((Get-Location).Path)\demo:"
Write-Output '  Demonstration   pärmen'
foreach ($paper in $papers) { Write-Output "  $paper.pdf" }
Write-Output 'Öppnar fönstret.'
& $program open $binder
exit $LASTEXITCODE
