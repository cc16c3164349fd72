define migrate
kubectl -n shop exec deploy/web -- migrate $(1)
endef

define HELP
  kubectl exec deploy/web -- sh    opens a shell
endef
export HELP

up:
	$(call migrate,up)

help:
	@echo "$$HELP"
