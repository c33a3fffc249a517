case "container_healthy" "pass" {
  container = { name = "web", kubernetes = false, state = { running = true, health = { status = "healthy" } } }
}
case "container_healthy" "fail" {
  container = { name = "web", kubernetes = false, state = { running = true, health = { status = "unhealthy" } } }
  message   = "web is unhealthy"
}
case "container_healthy" "fail" {
  container = { name = "web", kubernetes = false, state = { running = true, health = null } }
  message   = "web has no health check"
}
case "container_healthy" "manual" {
  container = { name = "web", kubernetes = false, state = { running = true, health = { status = "starting" } } }
}
case "container_healthy" "not_applicable" {
  container = { name = "job", kubernetes = false, state = { running = false, health = { status = "unhealthy" } } }
}
case "container_healthy" "not_applicable" {
  container = { name = "k8s_web", kubernetes = true, state = { running = true, health = null } }
}
case "container_healthy" "unknown" {
  container = { name = "web", kubernetes = false, state = { running = true } }
}

case "container_image_current" "pass" {
  container = { name = "web", image_current = true }
  with      = { pulled = true }
}
case "container_image_current" "fail" {
  container = { name = "web", image_current = false, image_name = "nginx:1.29" }
  message   = "web still runs an older image than the one that nginx:1.29 names on this machine"
}
case "container_image_current" "manual" {
  # current here; the registry was not asked
  container = { name = "web", image_current = true }
}
case "container_image_current" "manual" {
  # the tag is gone
  container = { name = "web", image_current = null }
  with      = { pulled = true }
}
case "container_image_current" "unknown" {
  container = { name = "web" }
}

case "container_no_privileged_exec" "pass" {
  container = { name = "web", exec_sessions = [{ id = "a", privileged = false, user = "" }] }
  with      = { watched = true }
}
case "container_no_privileged_exec" "fail" {
  container = { name = "web", exec_sessions = [{ id = "a", privileged = true, user = "" }, { id = "b", privileged = false, user = "kim" }] }
  message   = "web has a privileged session open (user of the container)"
}
case "container_no_privileged_exec" "manual" {
  container = { name = "web", exec_sessions = [] }
}
case "container_no_privileged_exec" "unknown" {
  container = { name = "web" }
}

case "container_no_root_exec" "pass" {
  container = { name = "web", exec_sessions = [{ id = "a", privileged = false, user = "kim" }] }
  with      = { watched = true }
}
case "container_no_root_exec" "fail" {
  container = { name = "web", exec_sessions = [{ id = "a", privileged = false, user = "root" }] }
  message   = "web has a session open as root"
}
case "container_no_root_exec" "fail" {
  container = { name = "web", exec_sessions = [{ id = "a", privileged = false, user = "0:0" }] }
  with      = { watched = true }
}
case "container_no_root_exec" "manual" {
  container = { name = "web", exec_sessions = [{ id = "a", privileged = false, user = "rooty" }] }
}
case "container_no_root_exec" "unknown" {
  container = { name = "web" }
}
