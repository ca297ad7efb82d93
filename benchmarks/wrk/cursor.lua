-- Page after page of one walk, begun anew at its end.
dofile(os.getenv("BENCH_WRK") .. "/common.lua")
local start = "/api/leads?sort=-created_at&per_page=20&cursor=" .. os.getenv("BENCH_CURSOR")
function request() return wrk.format("GET", start, headers()) end
