case "local_files_not_world_writable" "pass" {
  local_files = { world_writable = [], world_writable_directories = [] }
}

case "local_files_not_world_writable" "fail" {
  local_files = { world_writable = ["/srv/x"], world_writable_directories = [] }
  message     = "Files that every account can change: 1; directories in which everybody may remove what others put there: 0"
}

case "local_files_not_world_writable" "fail" {
  local_files = { world_writable = [], world_writable_directories = ["/srv"] }
}

case "local_files_not_world_writable" "fail" { # what was found stands, whatever else was not seen
  local_files = { world_writable = ["/srv/x"] }
}

case "local_files_not_world_writable" "unknown" {
  local_files = { world_writable = [] }
}

case "local_files_owned" "pass" {
  local_files = { unowned = [] }
}

case "local_files_owned" "fail" {
  local_files = { unowned = ["/srv/x (user 4711)"] }
}

case "local_files_owned" "unknown" {
  local_files = { seen = 7 }
}

case "setid_programs_reviewed" "manual" {
  local_files = { setid = [{ path = "/usr/bin/su", mode = "4755", owner = "root", group = "root" }], skipped = [] }
}
