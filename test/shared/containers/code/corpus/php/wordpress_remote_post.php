//> create my_zoom_create
<?php
if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

function my_zoom_create( $host, $post_id ) {
	$args = array(
		'topic'    => get_the_title( $post_id ),
		'type'     => 2,
		'settings' => array(
			'waiting_room'     => false,
			//>                   ^^^^^ waiting-room-overwritten
			'join_before_host' => false,
		),
	);

	$response = wp_remote_post(
		"https://api.zoom.us/v2/users/{$host}/meetings",
		array(
			'headers' => array( 'Authorization' => 'Bearer ' . my_zoom_token() ),
			'body'    => wp_json_encode( $args ),
		)
	);
	return json_decode( wp_remote_retrieve_body( $response ) );
}
