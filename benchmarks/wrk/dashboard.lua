dofile(os.getenv("BENCH_WRK") .. "/common.lua")
function request() return wrk.format("GET", "/api/analytics/dashboard?period=30d", headers()) end
