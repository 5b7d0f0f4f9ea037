-- Feedback as from a phone: no account, a new idempotency key for each. Arguments: path, file of bodies, one per line, in
-- which #NUMBER# is replaced by a unique value.

local path
local heads, tails = {}, {}
local run = 0
local sent = 0
local headers = {
  ["Content-Type"] = "application/json",
  ["Accept"] = "application/json",
  ["Accept-Language"] = "vi",
}

function init(arguments)
  path = arguments[1]
  for line in io.lines(arguments[2]) do
    local head, tail = line:match("^(.*)#NUMBER#(.*)$")
    heads[#heads + 1] = head
    tails[#tails + 1] = tail
  end
  run = os.time()
  math.randomseed(run)
end

function request()
  sent = sent + 1
  local body = math.random(#heads)
  headers["Idempotency-Key"] = string.format(
    "%08x-%04x-4%03x-8%03x-%06x%06x",
    run, math.random(0, 65535), math.random(0, 4095), math.random(0, 4095), math.random(0, 16777215), sent)
  return wrk.format("POST", path, headers, heads[body] .. run .. "-" .. sent .. tails[body])
end
