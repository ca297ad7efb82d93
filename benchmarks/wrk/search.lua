dofile(os.getenv("BENCH_WRK") .. "/common.lua")
local terms = { "haddad", "kowalski", "5551", "maple", "oakland", "birming", "nadia", "petrov", "quarton", "lindq", "48302", "chaudhry" }
function request() return wrk.format("GET", "/api/leads?per_page=20&q=" .. terms[math.random(#terms)], headers()) end
