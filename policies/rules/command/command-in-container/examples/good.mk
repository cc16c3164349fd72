# nodes: virtual, as-of: seed
# kubectl exec deploy/web -- true
.PHONY: migrate help

migrate:
	kubectl create -f migrate.yaml
	docker exec web ./manage.py migrate
	@echo "kubectl exec deploy/web -- sh opens a shell"

help:
	kubectl explain pod.spec
	kubectl help exec
	kubectl exec --help
