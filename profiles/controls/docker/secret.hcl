control "container_without_plain_secrets" {
  title    = "No container is given passwords in its environment, labels or command line"
  severity = "high"

  each  = container
  check = none([for s in container.secrets : "${s.kind} in ${s.where}"])

  message   = "${container.name} holds what looks like secrets: ${join(", ", [for s in container.secrets : "${s.kind} in ${s.where}"])}"
  rationale = "Everyone who may ask the engine reads them with docker inspect. They reach every child process, every crash report, and many a log."
  remediation {
    text       = "Put the values of ${join(", ", [for s in container.secrets : s.where])} into files that only the program can read (compose secrets, swarm secrets, a secret store), let ${container.name} read those, and recreate it. Change the values: they were readable."
    impact     = "The program must take its secrets from files; many images take NAME_FILE for NAME."
    disruption = "recreate"
  }
}

control "client_passwords_private" {
  param "path" {
    type    = string
    default = "/root/.docker/config.json"
  }
  title    = "Only its owner can read ${param.path}"
  severity = "medium"

  when     = file(param.path).exists
  when_not = "There is no ${param.path}."
  check    = mode_within(file(param.path).mode, "0600")

  message   = "${param.path} has mode ${file(param.path).mode}, so others can read it"
  rationale = "docker login keeps registry passwords there, in plain text unless a credential helper is set up. With them, somebody else can push images that you will run."
  remediation {
    text       = "Close it with chmod 600 ${param.path}, set up a credential helper (\"credsStore\"), and log in again with a new password."
    impact     = "None for its owner."
    disruption = "none"
  }
}
