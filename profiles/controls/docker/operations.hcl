control "engine_few_unused_images" {
  param "max" {
    type    = number
    default = 10
  }
  title    = "No more than ${param.max} images lie about that no container uses"
  severity = "low"

  check = length(docker.usage.unused_images) <= param.max

  message   = "Images that no container uses: ${length(docker.usage.unused_images)} (${join(", ", docker.usage.unused_images)})"
  rationale = "An image that nobody uses is not patched either. It takes space, and one day somebody starts it by its old name."
  remediation {
    text       = "Look through docker image ls and remove what is not needed: docker image prune for images without a name, docker image prune --all --filter until=720h for those that were unused for a month."
    impact     = "A removed image must be pulled or built again before it can be used."
    disruption = "none"
  }
}

control "engine_few_stopped_containers" {
  param "max" {
    type    = number
    default = 10
  }
  param "max_days" {
    type    = number
    default = 30
  }
  title    = "No more than ${param.max} stopped containers are kept, none for more than ${param.max_days} days"
  severity = "low"

  check = length(docker.usage.stopped_containers) <= param.max && docker.usage.oldest_stopped_days <= param.max_days

  message   = "Stopped containers that are kept: ${length(docker.usage.stopped_containers)}, the oldest for ${docker.usage.oldest_stopped_days} day${docker.usage.oldest_stopped_days == 1 ? "" : "s"} (${join(", ", docker.usage.stopped_containers)})"
  rationale = "A stopped container keeps its files, its secrets and its rights, and docker start brings it back with the flaws it had."
  remediation {
    text       = "Save what is still needed (docker cp, docker logs) and remove the others: docker rm ${join(" ", docker.usage.stopped_containers)}. Start short jobs with --rm."
    impact     = "The files that a removed container wrote outside its volumes are lost."
    disruption = "none"
  }
}
