# nodes: virtual, as-of: seed
#!/bin/sh
(crontab -l; echo "0 6 * * 1-5 oci ce virtual-node-pool update --virtual-node-pool-id $POOL --size 6 --force") | crontab - # expect: scheduled-pool-size
cat >/etc/cron.d/night <<CRON
# evenings
0 20 * * * root /usr/bin/oci ce virtual-node-pool update --virtual-node-pool-id $POOL --size 3 --force # expect: scheduled-pool-size
CRON
