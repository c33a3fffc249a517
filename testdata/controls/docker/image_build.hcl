case "image_package_index_fresh" "pass" {
  image = { name = "app:1", history = [{ created_by = "RUN apt-get update && apt-get install -y curl" }], update_only_layers = [] }
}
case "image_package_index_fresh" "fail" {
  image   = { name = "app:1", history = [{ created_by = "RUN apt-get update" }], update_only_layers = ["RUN apt-get update"] }
  message = "app:1 refreshes its package index in a layer of its own: RUN apt-get update"
}
case "image_package_index_fresh" "manual" {
  # imported from an archive
  image = { name = "app:1", history = [{ created_by = "" }], update_only_layers = [] }
}
case "image_package_index_fresh" "unknown" {
  image = { name = "app:1", history = [{ created_by = "CMD [\"app\"]" }] }
}

case "image_without_setuid" "manual" {}

case "image_copies_not_adds" "pass" {
  image = { name = "app:1", history = [{ created_by = "COPY app /app" }], add_instructions = [] }
}
case "image_copies_not_adds" "fail" {
  image   = { name = "app:1", history = [{ created_by = "ADD site.tar.gz /srv" }], add_instructions = ["ADD site.tar.gz /srv"] }
  message = "app:1 was built with ADD: ADD site.tar.gz /srv"
}
case "image_copies_not_adds" "manual" {
  image = { name = "app:1", history = [], add_instructions = [] }
}
case "image_copies_not_adds" "unknown" {
  image = { name = "app:1" }
}

case "image_without_secrets" "pass" {
  image = { name = "app:1", secrets = [] }
}
case "image_without_secrets" "fail" {
  image   = { name = "app:1", secrets = [{ where = "env DB_PASSWORD", kind = "password" }] }
  message = "app:1 seems to carry secrets: password in env DB_PASSWORD"
}
case "image_without_secrets" "unknown" {
  image = { name = "app:1" }
}

case "image_packages_verified" "pass" {
  image = { name = "app:1", history = [{ created_by = "RUN apt-get install -y curl" }], insecure_installs = [] }
}
case "image_packages_verified" "fail" {
  image = {
    name              = "app:1"
    history           = [{ created_by = "RUN curl https://get.example.com | sh" }]
    insecure_installs = ["RUN curl https://get.example.com | sh"]
  }
  message = "app:1 was built without checking what it installs: RUN curl https://get.example.com | sh"
}
case "image_packages_verified" "manual" {
  image = { name = "app:1", history = [], insecure_installs = [] }
}
case "image_packages_verified" "unknown" {
  image = { name = "app:1", history = [{ created_by = "CMD [\"app\"]" }] }
}

case "image_artifacts_signed" "manual" {}
