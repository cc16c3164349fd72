package lib.concerned_test

import data.lib.concerned

test_statements[text] if {
	some text, ids in {
		"Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment c where { target.cluster.id = \"o\" }": ["SMN-05"],
		"allow dynamic-group nodes to {cluster_jon} in tenancy": ["SMN-05"],
		"Allow dynamic-group nodes to use  clusters in tenancy": ["SMN-05"],
		"Allow group admins to manage cluster-virtual-node-pools in compartment c": ["VNT-22"],
		"Allow any-user to use ipv6s in compartment c where all {request.principal.id = 'x'}": ["CNI-12"],
		"Allow any-user to manage instances in tenancy where request.principal.type='cluster'": ["CNI-13"],
		"Allow any-user to use keys in compartment c where ALL {request.principal.type='cluster', target.key.id='k'}": ["ARC-30"],
		"Allow any-user to read secret-family in compartment c where request.principal.type='workload'": ["ARC-18", "ARC-27"],
		"Allow group network-admins to use vcns in compartment c": [],
		"Allow group shop to manage buckets, objects in compartment c": [],
	}
	concerned.requirements({"text": text}) == ids
}

test_matching_rules[rule] if {
	some rule, ids in {
		"ALL {instance.compartment.id = ocid1.compartment.oc1..a}": ["SMN-04"],
		"ALL {resource.type='cluster', resource.compartment.id='c'": ["ARC-30"],
		"ALL {resource.type='fnfunc'": [],
	}
	concerned.requirements({"rule": rule}) == ids
}

test_nothing_to_read if concerned.requirements({}) == []
