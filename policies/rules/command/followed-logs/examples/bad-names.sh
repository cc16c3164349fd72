# nodes: virtual, as-of: seed
alias k8s='kubectl --context prod'
k8s logs -f web # expect: followed-logs

shop() {
  kubectl --namespace shop "$@"
}
shop logs -f web # expect: followed-logs
shop logs web

in_namespace() {
  local namespace=$1
  shift
  kubectl --namespace "$namespace" "$@"
}
in_namespace shop logs --follow web # expect: followed-logs
in_namespace logs get pods

quietly() { "$@" >/dev/null 2>&1; }
quietly kubectl logs -f web # expect: followed-logs

\kubectl logs -f web # expect: followed-logs
op run -- kubectl logs -f web # expect: followed-logs

say() { echo "try: $@"; }
say kubectl logs -f web
