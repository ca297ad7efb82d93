dofile(os.getenv("BENCH_WRK") .. "/common.lua")
local statuses = { "new", "contacted", "qualified", "quote_sent", "negotiation", "lost", "nurture" }
function request()
  return wrk.format("GET", "/api/leads?status=" .. statuses[math.random(#statuses)] .. "&score_min=" .. math.random(0, 30) .. "&per_page=20", headers())
end
