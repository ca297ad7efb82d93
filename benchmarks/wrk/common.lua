-- Shared by all scripts: token and ids come from the environment, so that nothing is made during the measurement.
local token = os.getenv("BENCH_TOKEN")
local ids = {}
for id in io.lines(os.getenv("BENCH_IDS")) do ids[#ids + 1] = id end

function headers(extra)
  local h = { ["Authorization"] = "Bearer " .. token, ["Accept"] = "application/json" }
  for k, v in pairs(extra or {}) do h[k] = v end
  return h
end

function any_id() return ids[math.random(#ids)] end

local counter = 0
function setup(thread)
  thread:set("thread_number", counter)
  counter = counter + 1
end

function init()
  math.randomseed(42 + (thread_number or 0))
end

local errors = 0
function response(status)
  if status >= 400 then errors = errors + 1 end
end

-- One line that the shell reads: requests/s, p50 and p99 in ms, answers that were no success.
function done(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
