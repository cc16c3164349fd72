#!/bin/sh
envsubst > ks.cfg << EOF
selinux --enforcing
part / --fstype=xfs --label=root --grow
services --enabled=ostree-remount
bootloader --append "$KERNEL_ARGS"
ostreesetup --nogpg --osname ock --url http://$SERVER/ostree --ref $REF
%post
%end
EOF
