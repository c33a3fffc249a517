# Texts shown at login: before it /etc/issue and /etc/issue.net, after it /etc/motd.

control "banner_reveals_nothing" {
  param "path" {
    type = string
  }
  # Where a warning has to be shown at all.
  param "text_required" {
    type    = bool
    default = false
  }
  title    = "${param.path} does not say which system this is${param.text_required ? ", and says something" : ""}"
  severity = "low"

  check = none([for r in banner(param.path).reveal : "${r.what} (${r.origin})"]) && (!param.text_required || !banner(param.path).blank)

  message = join("; ", concat(
    none(banner(param.path).reveal) ? [] : ["${param.path} names the system: ${join(", ", [for r in banner(param.path).reveal : "${r.what} (${r.origin})"])}"],
    param.text_required && banner(param.path).blank ? ["${param.path} shows no text"] : [],
  ))
  rationale = "Name and release tell whoever looks for a way in which ones to try. A text of the house instead says whose machine this is and that others are not invited, which a court may ask for."
  remediation {
    text       = "Write the text that your house wants into ${param.path}${none(banner(param.path).reveal) ? "" : ", and take out ${join(" and ", [for r in banner(param.path).reveal : "${r.what} (${r.origin})"])}"}."
    impact     = "None."
    disruption = "none"

    # A notice of general words; put that of your house in its place.
    fix "lines" {
      when    = none([for r in banner(param.path).reveal : r if !startswith(r.origin, "${param.path}:") && r.origin != param.path])
      path    = param.path
      lines   = ["Access is for authorized people only. What is done here may be recorded."]
      without = [".*"]
    }
  }
}
