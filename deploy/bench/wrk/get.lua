-- Requests from two files: bearer tokens, one per line; and "<number of the token> <path>", one per line.
-- Arguments: tokens, requests. All requests are formatted before the first is sent, as formatting must not be measured.

local requests = {}

function init(arguments)
  local tokens = {}
  for line in io.lines(arguments[1]) do
    tokens[#tokens + 1] = line
  end
  for line in io.lines(arguments[2]) do
    local token, path = line:match("^(%d+) (.+)$")
    requests[#requests + 1] = wrk.format("GET", path, {
      ["Authorization"] = "Bearer " .. tokens[tonumber(token)],
      ["Accept"] = "application/json",
    })
  end
  math.randomseed(os.time())
end

function request()
  return requests[math.random(#requests)]
end
