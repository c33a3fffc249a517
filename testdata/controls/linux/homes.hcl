case "homes_private" "pass" {
  homes = { homes = [{ user = "kim", path = "/home/kim", uid = 1000, exists = true, type = "directory", mode = "0700", owner = 1000 }], skipped = ["/net/far of far (nfs4)"] }
}

case "homes_private" "fail" {
  homes   = { homes = [{ user = "kim", path = "/home/kim", uid = 1000, exists = true, type = "directory", mode = "0755", owner = 1000, origin = "/etc/passwd:7" }], skipped = [] }
  message = "/home/kim of kim is a directory of uid 1000 with mode 0755 (/etc/passwd:7)"
}

case "homes_private" "fail" {
  homes = { homes = [{ user = "kim", path = "/home/kim", uid = 1000, exists = true, type = "directory", mode = "0750", owner = 0, origin = "/etc/passwd:7" }], skipped = [] }
}

case "homes_private" "fail" {
  homes = { homes = [{ user = "kim", path = "/home/kim", uid = 1000, exists = true, type = "file", mode = "0750", owner = 1000, origin = "/etc/passwd:7" }], skipped = [] }
}

case "homes_private" "fail" {
  homes   = { homes = [{ user = "kim", path = "/home/kim", uid = 1000, exists = false, type = null, mode = null, owner = null, origin = "/etc/passwd:7" }], skipped = [] }
  message = "/home/kim of kim does not exist (/etc/passwd:7)"
}

case "homes_private" "unknown" { # a closed directory on the way
  homes = { homes = [{ user = "kim", path = "/home/kim", uid = 1000 }], skipped = [] }
}

case "dotfiles_private" "pass" {
  homes = { dotfiles = [
    { path = "/root/.bashrc", name = ".bashrc", type = "file", mode = "0644", own = true, owner = "0:0" },
    { path = "/root/.netrc", name = ".netrc", type = "file", mode = "0600", own = true, owner = "0:0" },
    { path = "/root/.cache", name = ".cache", type = "directory", mode = "0755", own = false, owner = "1:1" },
  ], skipped = [] }
}

case "dotfiles_private" "fail" {
  homes   = { dotfiles = [{ user = "kim", path = "/home/kim/.rhosts", name = ".rhosts", type = "symlink", mode = "0777", own = true, owner = "1:1" }], skipped = [] }
  message = "/home/kim/.rhosts exists"
}

case "dotfiles_private" "fail" {
  homes   = { dotfiles = [{ user = "kim", path = "/home/kim/.netrc", name = ".netrc", type = "file", mode = "0644", own = true, owner = "1000:100" }], skipped = [] }
  message = "/home/kim/.netrc has mode 0644 and belongs to 1000:100"
}

case "dotfiles_private" "fail" {
  homes = { dotfiles = [{ user = "kim", path = "/home/kim/.bashrc", name = ".bashrc", type = "file", mode = "0644", own = false, owner = "0:0" }], skipped = [] }
}

case "dotfiles_private" "unknown" {
  homes = { skipped = [] }
}
