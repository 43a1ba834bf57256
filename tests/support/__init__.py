"""What the tests share: invented reports, the layouts they come in, and the harness for rule cases."""
