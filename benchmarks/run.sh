#!/usr/bin/env bash
# Measures the published host on a large demo set: reads, lists, search, dashboard and create at 1, 16 and 64 connections.
# Usage: benchmarks/run.sh [leads] [seconds per measurement] [connections...]     (defaults: 30000 8 1 16 64)
# Needs wrk and curl. Prints Markdown for docs/performance.md. Nothing else should run on the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
leads=${1:-30000}; seconds=${2:-8}; shift $(( $# > 2 ? 2 : $# )); connections=("${@:-1}"); [ $# -eq 0 ] && connections=(1 16 64)
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 1; }
. benchmarks/host.sh

echo "Leads: $leads. Set written in $filled s, ready after $started s, $(rss) MB before the first request."
echo
echo "| operation | connections | requests/s | p50 ms | p99 ms | errors | host MB |"
echo "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
for operation in read list cursor search dashboard create; do
  wrk -t1 -c16 -d3s -s "benchmarks/wrk/$operation.lua" "$base" >/dev/null # warm-up
  for c in "${connections[@]}"; do
    BENCH_RUN=$$-$c # Other addresses in each run: the same would be duplicates.
    result=$(wrk -t1 -c"$c" -d"${seconds}s" --latency -s "benchmarks/wrk/$operation.lua" "$base" | awk '/^RESULT/ {print $2" | "$3" | "$4" | "$5}')
    echo "| $operation | $c | $result | $(rss) |"
  done
done
