package rules.join["job-without-ttl_test"]

import data.lib.testing
import data.rules.join["job-without-ttl"] as rule

_given(kind, fields, value, commands) := {
	"commands": commands,
	"index": {"pods": [], "objects": {kind: [testing.entry(kind, object.union({"group": "batch"}, fields), value)]}},
}

_cron(spec, job) := {"spec": object.union(spec, {"jobTemplate": {"spec": job}})}

_cleanup := [{"program": "kubectl", "args": ["delete", "job", "-l", "app=x"]}]

test_reported[note] if {
	some note, case in {
		"job": {"given": _given("Job", {}, {"spec": {}}, []), "count": 1},
		"null": {"given": _given("Job", {}, {"spec": {"ttlSecondsAfterFinished": null}}, []), "count": 1},
		"cron job": {"given": _given("CronJob", {}, _cron({}, {}), []), "count": 1},
		"wrong place": {"given": _given("CronJob", {}, _cron({"ttlSecondsAfterFinished": 60}, {}), []), "count": 1},
		"deadline alone": {"given": _given("Job", {}, {"spec": {"activeDeadlineSeconds": 60}}, []), "count": 1},
		"set": {"given": _given("Job", {}, {"spec": {"ttlSecondsAfterFinished": 60}}, []), "count": 0},
		"at once": {"given": _given("Job", {}, {"spec": {"ttlSecondsAfterFinished": 0}}, []), "count": 0},
		"cron job, set": {"given": _given("CronJob", {}, _cron({}, {"ttlSecondsAfterFinished": 60}), []), "count": 0},
		"no history": {"given": _given("CronJob", {}, _cron({"successfulJobsHistoryLimit": 0, "failedJobsHistoryLimit": 0}, {}), []), "count": 0},
		"failed ones stay": {"given": _given("CronJob", {}, _cron({"successfulJobsHistoryLimit": 0}, {}), []), "count": 1},
		"deadline and cleanup": {"given": _given("Job", {}, {"spec": {"activeDeadlineSeconds": 60}}, _cleanup), "count": 0},
		"cleanup by a short name": {"given": _given("Job", {}, {"spec": {"activeDeadlineSeconds": 60}}, [{"program": "k", "args": ["delete", "jobs", "--all"]}]), "count": 0},
		"cleanup by OpenShift's client": {"given": _given("Job", {}, {"spec": {"activeDeadlineSeconds": 60}}, [{"program": "oc", "args": ["delete", "job/x"]}]), "count": 0},
		"deadline and a look": {"given": _given("Job", {}, {"spec": {"activeDeadlineSeconds": 60}}, [{"program": "kubectl", "args": ["get", "jobs"]}]), "count": 1},
		"deadline and another deletion": {
			"given": _given(
				"Job", {}, {"spec": {"activeDeadlineSeconds": 60}},
				[{"program": "kubectl", "args": ["delete", "pod", "-l", "app=x"]}, {"program": "echo", "args": ["delete", "job", "x"]}],
			),
			"count": 1,
		},
		"cron job of another group": {"given": _given("CronJob", {"group": "batch.x.io"}, _cron({}, {}), []), "count": 0},
		"successful ones stay": {"given": _given("CronJob", {}, _cron({"failedJobsHistoryLimit": 0}, {}), []), "count": 1},
		"cleanup alone": {"given": _given("Job", {}, {"spec": {}}, _cleanup), "count": 1},
		"hook": {"given": _given("Job", {"annotations": {"helm.sh/hook-delete-policy": "before-hook-creation,hook-succeeded"}}, {"spec": {}}, []), "count": 0},
		"hook that stays": {"given": _given("Job", {"annotations": {"helm.sh/hook-delete-policy": "before-hook-creation"}}, {"spec": {}}, []), "count": 1},
		"unknown": {"given": _given("Job", {"unknown": {"spec.ttlSecondsAfterFinished": "var.ttl"}}, {"spec": {}}, []), "count": 0},
		"patch": {"given": _given("Job", {"partial": true}, {"spec": {}}, []), "count": 0},
		"another group": {"given": _given("Job", {"group": "batch.volcano.sh"}, {"spec": {}}, []), "count": 0},
		"managed nodes": {"given": _given("Job", {"nodes": "managed"}, {"spec": {}}, []), "count": 0},
	}

	found := rule.violations with input as case.given
	count(found) == case.count
}

test_points_at_the_settings if {
	found := rule.violations with input as _given("CronJob", {}, _cron({}, {}), [])
	some violation in found
	violation.path == ["spec", "jobTemplate", "spec"]
}
