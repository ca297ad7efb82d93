# Sourced by the measurements: publishes the host, fills its database with $leads leads, starts it and signs in. Needs $PWD at the root of the tree.
work=$(mktemp -d); port=5190; base=http://127.0.0.1:$port; host=
export DOTNET_TieredPGO=1 BENCH_WRK=$PWD/benchmarks/wrk BENCH_IDS=$work/ids BENCH_RUN=$$

cleanup() { [ -z "$host" ] || { kill -TERM "$host" 2>/dev/null; wait "$host" 2>/dev/null || true; }; rm -rf "$work"; }
trap cleanup EXIT
json() { python3 -c "import json,sys; d=json.load(sys.stdin); print($1)"; }

[ -n "${BENCH_PUBLISHED:-}" ] || dotnet publish src/Host -c Release -o artifacts/benchmark-host -v q --nologo >&2
settings=(--urls "$base" --environment Staging --Demo:Data=true "--Database:Embedded:Directory=$work/data"
  --RateLimits:ReadsPerMinute=0 --RateLimits:WritesPerMinute=0 --RateLimits:SearchesPerMinute=0 --Identity:SigningKeyFile="$work/key.pem")
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/key.pem" 2>/dev/null

began=$(date +%s.%N)
dotnet artifacts/benchmark-host/IswitchRoofs.Host.dll demo --leads "$leads" "${settings[@]}" >"$work/demo.log" 2>&1 || { tail -30 "$work/demo.log" >&2; exit 1; }
filled=$(python3 -c "import time; print(f'{time.time()-$began:.1f}')")

began=$(date +%s.%N)
dotnet artifacts/benchmark-host/IswitchRoofs.Host.dll "${settings[@]}" >"$work/host.log" 2>&1 & host=$!
until curl -sf -o /dev/null "$base/health/ready"; do sleep 0.05; kill -0 "$host" || { tail -30 "$work/host.log" >&2; exit 1; }; done
started=$(python3 -c "import time; print(f'{time.time()-$began:.2f}')")

token() { curl -sf "$base/api/auth/login" -H 'Content-Type: application/json' -d '{"email":"'"$1"'@iswitchroofs.example","password":"Roof-Demo-2026!"}' | json 'd["access_token"]'; }
export BENCH_TOKEN
BENCH_TOKEN=$(token manager)
get() { curl -sf -H "Authorization: Bearer $BENCH_TOKEN" "$base$1"; }
: >"$BENCH_IDS"
cursor=
for _ in $(seq 20); do
  page=$(get "/api/leads?sort=created_at&per_page=100${cursor:+&cursor=$cursor}")
  json '"\n".join(i["id"] for i in d["items"])' <<<"$page" >>"$BENCH_IDS"; cursor=$(json 'd["next_cursor"]' <<<"$page")
done
export BENCH_CURSOR; BENCH_CURSOR=$(get "/api/leads?sort=-created_at&per_page=100" | json 'd["next_cursor"]')
rss() { awk '/VmRSS/ {printf "%d", $2/1024}' "/proc/$host/status"; }
