# Sätt upp det Nämndstöd behöver på Windows: setup.ps1 run|dev (anropas av start.ps1 och test.ps1).
# OPRÖVAT: har inte körts på någon Windowsdator än.
#
#   run   .venv, de låsta paketen och programmet: nog för att starta det
#   dev   detsamma och testernas verktyg
#
# Kan köras igen: med oförändrade låsfiler hämtas ingenting. Behöver inga administratörsrättigheter.
param([ValidateSet('run', 'dev')][string]$Mode = 'run')
$ErrorActionPreference = 'Stop'
Set-Location (Split-Path -Parent $PSScriptRoot)
$env:PYTHONUTF8 = '1'
Remove-Item Env:PYTHONHOME, Env:PYTHONPATH -ErrorAction SilentlyContinue

# Find-Python: the command and arguments of the first Python that is new enough.
function Find-Python {
    $enough = 'import sys; sys.exit(sys.version_info < (3, 11))'
    foreach ($candidate in @(@('py', '-3'), @('python'), @('python3'))) {
        if (Get-Command $candidate[0] -ErrorAction SilentlyContinue) {
            $rest = @($candidate | Select-Object -Skip 1)
            & $candidate[0] @rest -c $enough
            if ($LASTEXITCODE -eq 0) { return , $candidate }
        }
    }
    throw 'Python 3.11 eller nyare behövs, men hittades inte. Hämta det från python.org och kör igen.'
}

# Get-Stamp: what the environment was made from; if this changes it has to be brought up to date.
function Get-Stamp([string[]]$Files) {
    $parts = @((Get-Location).Path)
    foreach ($file in @('pyproject.toml') + $Files) { $parts += (Get-FileHash -Algorithm SHA256 $file).Hash }
    return $parts -join ' '
}

function Invoke-Checked([string]$Failure, [string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw $Failure }
}

$locks = if ($Mode -eq 'dev') { @('requirements-dev.lock') } else { @('requirements.lock', 'requirements-build.lock') }
$python = '.venv\Scripts\python.exe'
$stampFile = '.venv\namndstod-stamp'
$have = if (Test-Path $stampFile) { (Get-Content -Raw $stampFile).Trim() } else { '' }
$wanted = Get-Stamp $locks
if ($have -ne $wanted -and $have -ne (Get-Stamp @('requirements-dev.lock'))) {
    if (Test-Path $stampFile) { Remove-Item $stampFile }
    if (-not (Test-Path $python)) {
        Write-Output 'Skapar Pythonmiljön i .venv'
        $found = @(Find-Python)
        $rest = @($found | Select-Object -Skip 1) + @('-m', 'venv', '--clear', '.venv')
        Invoke-Checked 'Pythonmiljön gick inte att skapa.' $found[0] $rest
    }
    Write-Output 'Hämtar de låsta paketen (första gången tar det några minuter)'
    $pip = @('-m', 'pip', 'install', '-qq', '--disable-pip-version-check', '--no-input')
    $fetch = $pip + @('--only-binary=:all:', '--require-hashes')
    foreach ($lock in $locks) { $fetch += @('-r', $lock) }
    Invoke-Checked 'Paketen gick inte att installera. Kontrollera nätet och kör igen.' $python $fetch
    $own = $pip + @('--no-index', '--no-deps', '--no-build-isolation', '--editable', '.')
    Invoke-Checked 'Nämndstöd gick inte att installera i .venv.' $python $own
    Set-Content -Path $stampFile -Value $wanted -Encoding ascii
}
