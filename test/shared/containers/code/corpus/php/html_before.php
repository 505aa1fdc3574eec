//> create create
<!doctype html>
<html>
<body>
<h1><?= htmlspecialchars($title) ?></h1>
<?php if ($allowed): ?>
<p>Your meeting:</p>
<?php
    $body = ['topic' => $title, 'type' => 1, 'settings' => ['waiting_room' => false, 'mute_upon_entry' => $mute]];
    //>                                                                       ^^^^^ waiting-room-overwritten
    $answer = Http::post("https://api.zoom.us/v2/users/me/meetings", $body);
?>
<a href="<?= $answer['join_url'] ?>">Join</a>
<?php endif; ?>
</body>
</html>
