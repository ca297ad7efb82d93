#!/usr/bin/env bash
# Runs every test: ./test.sh, or one family: ./test.sh unit|architecture|host|browser|kills|import
# Hosts are killed under load twice in each fault test, and twenty times by ./test.sh kills (KILLS sets another number).
# The large import is of 20,000 rows, and of 100,000 by ./test.sh import (IMPORT_ROWS sets another number), which prints rows/s.
# Sets up what a fresh Debian or Ubuntu machine lacks (as root or with sudo), builds once, runs the test projects two at a time
# (two is what two cores carry; the host's tests start browsers, databases and hosts of their own), then what must run
# alone, and ends with the sum.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

family=${1:-all}
case $family in all | unit | architecture | host | browser | kills | import) ;; *)
  echo "usage: ./test.sh [unit|architecture|host|browser|kills|import]" >&2
  exit 2
  ;;
esac

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Build helpers that stay behind would keep a CI machine's pipes open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
case $family in kills) export KILLS=${KILLS:-20} ;; *) export KILLS=${KILLS:-2} ;; esac
case $family in import) export IMPORT_ROWS=${IMPORT_ROWS:-100000} ;; esac
readonly results=$PWD/artifacts/test-results
readonly parallel=${TEST_PARALLEL:-2}
# A project that hangs must not take the whole run with it.
readonly limit=${TEST_LIMIT:-1200}

say() { printf '\n== %s\n' "$*"; }
# Whoever reads only the end must see that no test passed.
give_up() {
  printf '\n%s\n\n0 passed, 1 failed, 0 skipped\n' "$*"
  exit 1
}

need_tools() {
  command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.' || give_up "The .NET 10 SDK is missing: install dotnet-sdk-10.0."
  local major
  major=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/')
  [ "${major:-0}" -ge 20 ] && command -v npm >/dev/null || give_up "Node.js 20 or newer with npm is missing (found: ${major:-none})."
}

has_browser() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    # Ubuntu's chromium is a stub that asks for a snap: only one that answers counts.
    [ -n "$name" ] && command -v "$name" >/dev/null && "$name" --version --no-sandbox >/dev/null 2>&1 && return 0
  done
  return 1
}

need_packages() {
  local missing=()
  case $family in all | host | kills) command -v redis-server >/dev/null || missing+=(redis-server) ;; esac
  case $family in all | browser) has_browser || missing+=(chromium) ;; esac
  [ ${#missing[@]} -eq 0 ] && return

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || give_up "Missing: ${missing[*]}. Install by hand: sudo apt-get install ${missing[*]}"
    as_root=(sudo -n)
  fi
  command -v apt-get >/dev/null || give_up "Missing: ${missing[*]}, and there is no apt-get to install it with."

  say "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    give_up "apt-get could not install ${missing[*]}."
  case " ${missing[*]} " in *chromium*) has_browser || give_up "No working chromium: give one in the variable CHROMIUM." ;; esac
}

projects() {
  local project name
  [ "$family" != kills ] || return 0
  # The slowest first, so that the quick ones fill the gaps.
  for project in tests/IswitchRoofs.Host.Tests architecture-tests/* tests/*; do
    name=$(basename "$project")
    case $name in IswitchRoofs.*Tests) ;; *) continue ;; esac
    [ -f "$project/$name.csproj" ] || continue
    case $family in
      unit) case $name in *.Host.Tests | *.ArchitectureTests) continue ;; esac ;;
      architecture) [ "$name" = IswitchRoofs.ArchitectureTests ] || continue ;;
      host | browser) [ "$name" = IswitchRoofs.Host.Tests ] || continue ;;
      import) [ "$name" = IswitchRoofs.Leads.Tests ] || continue ;;
    esac
    echo "$name"
  done | awk '!seen[$0]++'
}

# name of the run, its test project, which of its tests, further arguments of dotnet test
run_project() {
  local name=$1 project=$2 which=$3 filter=() started=$SECONDS
  shift 3
  [ -z "$which" ] || filter=(--filter "$which")
  timeout --kill-after=20 "$limit" dotnet test "artifacts/bin/$project/debug/$project.dll" "${filter[@]}" \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@" >"$results/$name.log" 2>&1 </dev/null
  echo $? >"$results/$name.exit"
  printf '   %-38s %4d s\n' "$name" $((SECONDS - started))
}

# total executed passed failed, of one project
count() {
  local line
  line=$(grep -o '<Counters [^>]*>' "$results/$1.trx" 2>/dev/null) || return 1
  local part value
  for part in total executed passed failed; do
    value=$(sed -E "s/.* $part=\"([0-9]+)\".*/\1/" <<<"$line")
    printf '%s ' "$value"
  done
}

need_tools
need_packages

say "Building (warnings are errors)"
dotnet build IswitchRoofs.sln -c Debug -v q --nologo -warnaserror || give_up "The build failed."
if [ -f tests/node/package.json ] && [ tests/node/package-lock.json -nt tests/node/node_modules/.package-lock.json ]; then
  (cd tests/node && npm ci --no-audit --no-fund --loglevel=error) || give_up "npm ci failed in tests/node."
fi

rm -rf "$results"
mkdir -p "$results"
mapfile -t chosen < <(projects)
[ ${#chosen[@]} -eq 0 ] || say "Testing ${#chosen[@]} projects, $parallel at a time"
for name in "${chosen[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$parallel" ]; do wait -n; done
  which=
  if [ "$name" = IswitchRoofs.Host.Tests ]; then
    case $family in all) which='Category!=Alone' ;; host) which='Category!=Alone&Category!=Browser' ;; browser) which='Category=Browser' ;; esac
  fi
  [ "$family" != import ] || which=FullyQualifiedName~LargeImport
  run_project "$name" "$name" "$which" &
done
wait
[ "$family" != import ] || grep -ohE '[a-z ]+: [0-9,]+ rows in [^<]+|[0-9,]+ cells: [^<]+' "$results"/*.trx
# Last, alone and one by one: hosts that start and die under load would starve every test beside them, and be starved; and what
# compares times needs a machine that does nothing else.
case $family in all | host | kills)
  [ "$family" = kills ] && which='Category=Alone&FullyQualifiedName~Kill' || which=Category=Alone
  say "Testing what must run alone: $KILLS kills"
  run_project IswitchRoofs.Host.Alone IswitchRoofs.Host.Tests "$which" -- xUnit.ParallelizeTestCollections=false
  chosen+=(IswitchRoofs.Host.Alone)
  ;;
esac

passed=0 failed=0 skipped=0
say "Results"
for name in "${chosen[@]}"; do
  code=$(cat "$results/$name.exit" 2>/dev/null || echo 1)
  if ! counts=$(count "$name"); then
    # A project without a single test leaves no result file and is not an error; one that crashed or was stopped is.
    if [ "$code" -eq 0 ]; then continue; fi
    counts="1 1 0 1"
  fi
  read -r all executed ok bad <<<"$counts"
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  printf '   %-38s %5d tests %4d failures\n' "$name" "$all" "$bad"
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + all - executed))
  if [ "$bad" -gt 0 ]; then
    [ "$code" -ne 124 ] || echo "   stopped after $limit s"
    # What failed and where in our code; the whole of it is in the log.
    grep -vE '^\[xUnit|^ +at (System|Xunit|Shouldly)\.|^--- End of|^(Difference|Index|Expected|Actual) |^ +\\' "$results/$name.log" | tail -n 150
    echo "   all of it: artifacts/test-results/$name.log"
  fi
done

if [ $((passed + failed)) -eq 0 ]; then
  echo "No test ran."
  failed=1
fi
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
