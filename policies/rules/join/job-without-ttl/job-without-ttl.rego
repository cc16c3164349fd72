# METADATA
# title: Job that is kept after it ended
# description: |
#   The pod of a job that has ended keeps its resources on a virtual node, and is billed, until somebody deletes it.
# related_resources:
#   - description: Resources allocated to pods on virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengvirtualnodepodresourceallocation.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNP-67]
#   message: "{subject} stays after it has ended, and a virtual node bills its pod until it is deleted."
#   remediation: "Set ttlSecondsAfterFinished on the job."
package rules.join["job-without-ttl"]

import data.lib.violation
import data.lib.virtual

# Where each kind keeps the job's own settings, and where they are looked for.
_places := {"CronJob": ["spec", "jobTemplate", "spec"], "Job": ["spec"]}

violations contains violation.at(job, _places[job.kind], {}) if {
	some job in _jobs
	virtual.bound(job)
	not job.partial
	settings := object.get(job.value, _places[job.kind], {})
	object.get(settings, "ttlSecondsAfterFinished", null) == null
	not job.unknown[concat(".", array.concat(_places[job.kind], ["ttlSecondsAfterFinished"]))]
	not _removed(job)
	not _bounded(settings)
}

_jobs contains job if {
	some job in input.index.objects.Job
	job.group == "batch"
}

_jobs contains job if {
	some job in input.index.objects.CronJob
	job.group == "batch"
}

# Helm and Argo CD delete their own jobs.
_removed(job) if contains(job.annotations["helm.sh/hook-delete-policy"], "hook-succeeded")

_removed(job) if contains(job.annotations["argocd.argoproj.io/hook-delete-policy"], "HookSucceeded")

_removed(job) if {
	job.value.spec.successfulJobsHistoryLimit == 0
	job.value.spec.failedJobsHistoryLimit == 0
}

_bounded(settings) if {
	settings.activeDeadlineSeconds
	_cleaned
}

_cleaned if {
	some command in input.commands
	command.program in {"kubectl", "k", "oc"}
	"delete" in command.args
	some word in command.args
	regex.match(`^(jobs?|cronjobs?)(\.batch)?($|/)`, word)
}
