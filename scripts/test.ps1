# Sätt upp Nämndstöd med testernas verktyg och pröva allt: format, lint, typer, lager, tester.
# OPRÖVAT: har inte körts på någon Windowsdator än. Ur README.md:
#   powershell -ExecutionPolicy Bypass -File scripts\test.ps1 [argument till pytest]
#
# The tests come last, so their summary ends the output. The exit code is theirs, or 1 if only an earlier
# check failed; such a failure is said just before the tests begin.
$ErrorActionPreference = 'Stop'
Set-Location (Split-Path -Parent $PSScriptRoot)
& (Join-Path $PSScriptRoot 'setup.ps1') dev
$env:QT_QPA_PLATFORM = 'offscreen'

$python = '.venv\Scripts\python.exe'
$failed = @()
$checks = @(
    @('Format', 'ruff', 'format', '--check', '--quiet', '.'),
    @('Lint', 'ruff', 'check', '--quiet', '.'),
    @('Typer', 'mypy')
)
foreach ($check in $checks) {
    Write-Output "== $($check[0])"
    $rest = @('-m') + @($check | Select-Object -Skip 1)
    & $python @rest
    if ($LASTEXITCODE -ne 0) { $failed += $check[1..2] -join ' ' }
}
if ($failed) { Write-Output "== FEL i: $($failed -join ', ') (se ovan)" }
Write-Output '== Tester'
& $python -m pytest -n auto --dist worksteal @args
$code = $LASTEXITCODE
if ($code -eq 0 -and $failed) { $code = 1 }
exit $code
