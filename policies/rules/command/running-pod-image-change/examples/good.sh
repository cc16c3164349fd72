# nodes: virtual, as-of: seed
kubectl set image deployment/web web=registry.example/web:1.5
kubectl set image -f web.yaml web=registry.example/web:1.5 --local -o yaml
kubectl set resources pod/web --limits=cpu=1
kubectl patch deployment web -p '{"spec":{"template":{"spec":{"containers":[{"name":"web","image":"registry.example/web:1.5"}]}}}}'
kubectl patch pod web -p '{"metadata":{"labels":{"image":"new"}}}' --dry-run=client
kubectl patch pod web --type json -p '[{"op":"add","path":"/metadata/labels/tier","value":"web"}]'
