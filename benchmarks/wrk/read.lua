dofile(os.getenv("BENCH_WRK") .. "/common.lua")
function request() return wrk.format("GET", "/api/leads/" .. any_id(), headers()) end
