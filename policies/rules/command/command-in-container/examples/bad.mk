# nodes: virtual, as-of: seed
KUBECTL ?= kubectl
NAMESPACE := shop

.PHONY: migrate shell seed

migrate: build
	@$(KUBECTL) -n $(NAMESPACE) exec deploy/web -- ./manage.py migrate # expect: command-in-container
	-kubectl cp seed.sql db-0:/tmp/seed.sql # expect: command-in-container

shell:
	kubectl get pods && \
	kubectl exec -it deploy/web -- sh
