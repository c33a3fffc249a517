case "session_umask" "pass" {
  login_defs = { umask = "0027" }
  shell_init = { umasks = [{ value = "0077", in_function = false, conditional = true, text = "umask 077", origin = "/etc/profile:3" }] }
  pam_umask  = { lines = [{ value = "0027", origin = "/etc/pam.d/common-session:4" }] }
}

case "session_umask" "pass" { # set in one place is enough
  login_defs = { umask = null }
  shell_init = { umasks = [{ value = "0027", in_function = false, conditional = false, text = "umask 027", origin = "/etc/profile:3" }] }
  pam_umask  = { lines = [] }
}

case "session_umask" "pass" {
  login_defs = { umask = null }
  shell_init = { umasks = [] }
  pam_umask  = { lines = [{ value = "0077", origin = "/etc/pam.d/common-session:4" }] }
}

case "session_umask" "fail" {
  login_defs = { umask = "0022" }
  shell_init = { umasks = [] }
  pam_umask  = { lines = [] }
  message    = "UMASK is 0022 in /etc/login.defs"
}

case "session_umask" "fail" { # nowhere
  login_defs = { umask = null }
  shell_init = { umasks = [] }
  pam_umask  = { lines = [] }
}

case "session_umask" "fail" { # only in a function that masks well
  login_defs = { umask = null }
  shell_init = { umasks = [{ value = "0077", in_function = true, conditional = false, text = "umask 077", origin = "/etc/profile:3" }] }
  pam_umask  = { lines = [] }
}

case "session_umask" "fail" { # a branch of a condition
  login_defs = { umask = "0027" }
  shell_init = { umasks = [{ value = "0002", in_function = false, conditional = true, text = "umask 002", origin = "/etc/bashrc:70" }, { value = null, in_function = false, conditional = false, text = "umask $X", origin = "/etc/profile:3" }] }
  pam_umask  = { lines = [] }
  message    = "umask 002 (/etc/bashrc:70, in a condition); UMASK is 0027 in /etc/login.defs"
}

case "session_umask" "fail" {
  login_defs = { umask = "0027" }
  shell_init = { umasks = [] }
  pam_umask  = { lines = [{ value = "0022", origin = "/etc/pam.d/common-session:4" }] }
}

case "session_umask" "manual" {
  login_defs = { umask = "0027" }
  shell_init = { umasks = [{ value = null, in_function = false, conditional = false, text = "umask $X", origin = "/etc/profile:3" }] }
  pam_umask  = { lines = [] }
}

case "session_umask" "manual" {
  login_defs = { umask = "0027" }
  shell_init = { umasks = [{ value = "0000", in_function = true, conditional = false, text = "umask 0", origin = "/etc/profile:3" }] }
  pam_umask  = { lines = [] }
}

case "session_umask" "unknown" {
  shell_init = { umasks = [] }
  pam_umask  = { lines = [] }
}

case "root_umask" "pass" {
  shell_init = { root_umasks = [] }
}

case "root_umask" "fail" {
  shell_init = { root_umasks = [{ value = "0022", in_function = false, conditional = false, text = "umask 022", origin = "/root/.bashrc:3" }, { value = null, in_function = false, conditional = false, text = "umask $X", origin = "/root/.profile:3" }] }
  message    = "umask 022 (/root/.bashrc:3)"
}

case "root_umask" "manual" {
  shell_init = { root_umasks = [{ value = null, in_function = false, conditional = false, text = "umask $X", origin = "/root/.profile:3" }] }
}

case "root_umask" "unknown" {
}

case "session_timeout" "pass" {
  shell_init = { tmout = [{ seconds = 600, conditional = false, in_function = false, origin = "/etc/profile.d/tmout.sh:1" }], tmout_readonly = true, tmout_exported = true }
}

case "session_timeout" "fail" {
  shell_init = { tmout = [], tmout_readonly = false, tmout_exported = false }
  message    = "TMOUT is set nowhere"
}

case "session_timeout" "fail" {
  shell_init = { tmout = [{ seconds = 0, conditional = true, in_function = false, origin = "/etc/profile.d/tmout.sh:1" }], tmout_readonly = true, tmout_exported = true }
  message    = "TMOUT is 0 (/etc/profile.d/tmout.sh:1)"
}

case "session_timeout" "fail" {
  shell_init = { tmout = [{ seconds = 901, conditional = false, in_function = false, origin = "/etc/profile.d/tmout.sh:1" }], tmout_readonly = false, tmout_exported = false }
  message    = "TMOUT is 901 (/etc/profile.d/tmout.sh:1); it is not readonly; it is not exported"
}

case "session_timeout" "fail" {
  shell_init = { tmout = [{ seconds = 900, conditional = false, in_function = false, origin = "/etc/profile.d/tmout.sh:1" }], tmout_readonly = false, tmout_exported = true }
}

case "session_timeout" "fail" {
  shell_init = { tmout = [{ seconds = 900, conditional = false, in_function = false, origin = "/etc/profile.d/tmout.sh:1" }], tmout_readonly = true, tmout_exported = false }
}

case "session_timeout" "fail" { # two definitions
  shell_init = { tmout = [
    { seconds = 600, conditional = false, in_function = false, origin = "/etc/profile.d/tmout.sh:1" },
    { seconds = 900, conditional = false, in_function = false, origin = "/etc/bashrc:90" },
  ], tmout_readonly = true, tmout_exported = true }
}

case "session_timeout" "manual" {
  shell_init = { tmout = [{ seconds = 600, conditional = true, in_function = false, origin = "/etc/profile.d/tmout.sh:1" }], tmout_readonly = true, tmout_exported = true }
}

case "session_timeout" "unknown" {
}

case "root_path_safe" "pass" {
  shell_init = { root_path = [
    { entry = "/usr/sbin", literal = true, conditional = false, exists = true, type = "directory", uid = 0, mode = "0755" },
    { entry = "/opt/none", literal = true, conditional = true, exists = false },
  ] }
}

case "root_path_safe" "fail" {
  shell_init = { root_path = [
    { entry = "", literal = true, conditional = false, exists = false, origin = "/root/.bashrc:2", access = "not a directory's full name" },
    { entry = "PATH=$X", literal = false, conditional = true, exists = false, origin = "/root/.bashrc:3" },
  ] }
  message = "an empty entry: not a directory's full name (/root/.bashrc:2)"
}

case "root_path_safe" "fail" {
  shell_init = { root_path = [{ entry = "/opt/none", literal = true, conditional = false, exists = false, origin = "/etc/environment:1", access = "absent" }] }
  message    = "/opt/none: absent (/etc/environment:1)"
}

case "root_path_safe" "fail" {
  shell_init = { root_path = [{ entry = "/opt/x", literal = true, conditional = false, exists = true, type = "directory", uid = 1000, mode = "0755" }] }
}

case "root_path_safe" "fail" {
  shell_init = { root_path = [{ entry = "/opt/x", literal = true, conditional = true, exists = true, type = "directory", uid = 0, mode = "0775" }] }
}

case "root_path_safe" "fail" {
  shell_init = { root_path = [{ entry = "/opt/x", literal = true, conditional = true, exists = true, type = "file", uid = 0, mode = "0755" }] }
}

case "root_path_safe" "manual" {
  shell_init = { root_path = [{ entry = "PATH=$X", literal = false, conditional = true, exists = false, origin = "/root/.bashrc:3" }] }
}

case "root_path_safe" "unknown" {
}
