# nodes: virtual, as-of: seed
# kubectl logs -f web
kubectl logs web
kubectl logs -p web --previous
kubectl logs --since=1h --tail=100 web
kubectl logs --follow=false web
kubectl logs web -c follow
kubectl apply -f web.yaml
docker logs -f web
docker compose logs --follow
podman logs -f web
journalctl -f
stern --version
stern web --no-follow
echo "run kubectl logs -f web to see more"
echo kubectl logs -f web
printf 'kubectl logs -f %s\n' web
usage="kubectl logs -f web"
cat <<HELP
kubectl logs -f web
HELP
cat >notes.txt <<'HELP'
  kubectl logs -f web
HELP
ssh build.example 'kubectl logs -f web'
ssh build.example kubectl logs -f web
ssh build.example <<'REMOTE'
kubectl logs -f web
REMOTE
kubectl logs --help -f
helm test web --logs
grep -r "kubectl logs -f" docs || true
git commit -m "Replace kubectl logs -f web"
