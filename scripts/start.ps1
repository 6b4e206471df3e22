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

# The papers are made from a fresh binder each time, so they come out also while the demonstration is open in
# a window or has been changed there; a binder that is already here is left as it is.
if (Test-Path $fresh) { Remove-Item -Recurse -Force $fresh }
New-Item -ItemType Directory -Force $fresh | Out-Null
try {
    & $program demo "$fresh\Demonstration" | Out-Null
    if ($LASTEXITCODE -ne 0) { throw 'Demonstrationen gick inte att skapa.' }
    foreach ($paper in $papers) {
        & $program make $paper "$fresh\Demonstration" -o "$fresh\$paper.pdf" | Out-Null
        if ($LASTEXITCODE -ne 0) { throw "Gick inte att skriva: $paper" }
        Move-Item -Force "$fresh\$paper.pdf" "demo\$paper.pdf"
    }
    if (-not (Test-Path $binder)) { Move-Item "$fresh\Demonstration" $binder }
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
