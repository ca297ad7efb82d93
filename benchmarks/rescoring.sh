#!/usr/bin/env bash
# Measures what scoring all open leads anew costs everybody else: p99 of reads, lists and search before and while it runs.
# Usage: benchmarks/rescoring.sh [leads] [seconds per measurement] [connections]     (defaults: 100000 8 16)
# Needs wrk and curl. Prints Markdown for docs/performance.md. Nothing else should run on the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
leads=${1:-100000}; seconds=${2:-8}; connections=${3:-16}
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 1; }
. benchmarks/host.sh

admin=$(token admin)
scoring() { curl -sf -H "Authorization: Bearer $admin" -H 'Content-Type: application/json' "$base/api/leads/scoring$1" "${@:2}"; }
measure() { wrk -t1 -c"$connections" -d"${seconds}s" --latency -s "benchmarks/wrk/$1.lua" "$base" | awk '/^RESULT/ {print $2" | "$4}'; }

# Every open lead gets another score and some another temperature: more cannot change.
scoring "" >"$work/rules.json"
python3 - "$work/rules.json" >"$work/changed.json" <<'PYTHON'
import json, sys
rules = json.load(open(sys.argv[1]))["rules"]
for source in rules["engagement"]["sources"]: rules["engagement"]["sources"][source] -= 3
rules["bands"]["hot"] = 70
print(json.dumps(rules))
PYTHON

declare -A before after
for operation in read list search; do
  measure "$operation" >/dev/null # warm-up
  before[$operation]=$(measure "$operation")
done

began=$(date +%s.%N)
preview=$(scoring /preview -d "@$work/changed.json")
previewed=$(python3 -c "import time; print(f'{time.time()-$began:.2f}')")

began=$(date +%s.%N)
scoring "" -X PUT -d "@$work/changed.json" >/dev/null
state() { scoring /rescoring | json 'd["last"]["state"]'; }
until [ "$(state)" = running ]; do sleep 0.1; done
for operation in read list search; do
  after[$operation]=$(measure "$operation")
  [ "$(state)" = running ] || after[$operation]="${after[$operation]} (done before the end)"
done
until [ "$(state)" = done ]; do sleep 0.2; done
ran=$(python3 -c "import time; print(f'{time.time()-$began:.0f}')")

echo "Leads: $leads, of which $(json 'd["open_leads"]' <<<"$preview") are open. Preview in $previewed s: $(json 'd["change_band"]' <<<"$preview") change band, $(json 'd["change_score"]' <<<"$preview") change score."
echo "Applied in $ran s: $(scoring /rescoring | json '"%d changed band, %d changed" % (d["last"]["changed_band"], d["last"]["changed"])'). Host $(rss) MB."
echo
echo "| operation | requests/s before | p99 ms before | requests/s while it runs | p99 ms while it runs |"
echo "| --- | ---: | ---: | ---: | ---: |"
for operation in read list search; do echo "| $operation | ${before[$operation]} | ${after[$operation]} |"; done
