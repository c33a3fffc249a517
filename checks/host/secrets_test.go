package host

import (
	"fmt"
	"strings"
	"testing"

	"scantling/checks/fact"
)

// TestNoSecrets plants a secret in everything that may hold one and reads the
// facts that show such text.
func TestNoSecrets(t *testing.T) {
	h := inline(t, `
-- usr/bin/sudo 4755 --
-- etc/os-release --
ID=debian
VERSION_ID=12
-- etc/passwd --
root:x:0:0:root:/root:/bin/bash
odd:$6$salt$PLANTEDfield:1000:1000::/home/odd:/bin/sh
-- etc/shadow 0640 --
root:$6$salt$PLANTEDhash:19000:0:99999:7:::
old:PLANTEDdes:19000:0:99999:7:::
-- etc/group --
root:PLANTEDgroup:0:
-- etc/gshadow 0640 --
root:$6$salt$PLANTEDgshadow::
-- etc/sudoers 0440 --
# PLANTEDcomment
kim ALL = NOPASSWD: /usr/bin/mysql -pPLANTEDcommand, /usr/bin/app --token=PLANTEDtoken
-- etc/fstab --
//srv/home /home cifs user=u,password=PLANTEDa,,PLANTEDb,nosuid 0 0
-- etc/rsyslog.conf --
*.* action(type="omelasticsearch" server="x" uid="u" pwd="PLANTEDpwd")
*.* :ommysql:localhost,log,user,PLANTEDmysql
*.* @@https://user:PLANTEDurl@log.example.com
-- etc/logrotate.conf --
mailfirst password=PLANTEDoption
-- etc/pam.d/sshd --
auth sufficient pam_x.so password=PLANTEDargument
-- etc/systemd/system/x.service --
[Service]
ExecStart=/usr/bin/x --password PLANTEDexec
-- boot/grub/grub.cfg --
set superusers="root"
password_pbkdf2 root grub.pbkdf2.sha512.10000.PLANTEDpbkdf2
password kim PLANTEDplain
menuentry 'x' {
	linux /vmlinuz root=/dev/sda1 luks.passphrase=PLANTEDpassphrase
}
`)
	for _, f := range []struct{ name, key string }{
		{"accounts", ""}, {"sudoers", ""}, {"mount", "/home"}, {"rsyslog", ""}, {"logrotate", ""},
		{"pam", "sshd"}, {"unit", "x.service"}, {"boot", ""}, {"group", "root"},
	} {
		r := read(h, f.name, f.key)
		text := fmt.Sprint(r.Cty(fact.All).GoString(), r.Err)
		if _, after, ok := strings.Cut(text, "PLANTED"); ok {
			t.Errorf("%s tells PLANTED%.12s", f.name, after)
		}
	}
}
