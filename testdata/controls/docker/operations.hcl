case "engine_few_unused_images" "pass" {
  docker = { usage = { unused_images = ["old:1"] } }
}
case "engine_few_unused_images" "fail" {
  docker  = { usage = { unused_images = ["old:1", "old:2"] } }
  with    = { max = 1 }
  message = "Images that no container uses: 2 (old:1, old:2)"
}
case "engine_few_unused_images" "unknown" {
  docker = { usage = {} }
}

case "engine_few_stopped_containers" "pass" {
  docker = { usage = { stopped_containers = [], oldest_stopped_days = 0 } }
}
case "engine_few_stopped_containers" "pass" {
  docker = { usage = { stopped_containers = ["job"], oldest_stopped_days = 2 } }
}
case "engine_few_stopped_containers" "fail" {
  docker  = { usage = { stopped_containers = ["job"], oldest_stopped_days = 31 } }
  message = "Stopped containers that are kept: 1, the oldest for 31 days (job)"
}
case "engine_few_stopped_containers" "fail" {
  docker  = { usage = { stopped_containers = ["a", "b"], oldest_stopped_days = 1 } }
  with    = { max = 1 }
  message = "Stopped containers that are kept: 2, the oldest for 1 day (a, b)"
}
case "engine_few_stopped_containers" "unknown" {
  docker = { usage = { stopped_containers = ["job"] } }
}
