dofile(os.getenv("BENCH_WRK") .. "/common.lua")
local run = os.getenv("BENCH_RUN")
local n = 0
function request()
  n = n + 1
  local body = string.format(
    '{"first_name":"Bench","last_name":"Lead","email":"b%s-%d-%d-%d@example.com","source":"website_form","zip_code":"48009","property_value":%d,"urgency":"immediate","project_type":"full_replacement"}',
    run, thread_number or 0, n, math.random(1000000000), math.random(150000, 900000))
  return wrk.format("POST", "/api/leads", headers({ ["Content-Type"] = "application/json" }), body)
end
