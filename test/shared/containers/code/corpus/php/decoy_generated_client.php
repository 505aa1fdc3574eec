//> none
<?php
class MeetingsApi
{
    public function meetingWithHttpInfo($meetingId)
    {
        $request = $this->meetingRequest($meetingId);
        $options = $this->createHttpClientOption();
        return $this->client->send($request, $options);
    }

    public function reportMeetings($userId, $page)
    {
        return $this->client->sendAsync($this->reportMeetingsRequest($userId, $page), ['type' => 'past', 'topic' => 'x']);
    }

    protected function meetingRequest($meetingId)
    {
        $resourcePath = '/meetings/{meetingId}';
        $resourcePath = str_replace('{meetingId}', $meetingId, $resourcePath);
        $headers = array_merge($this->defaultHeaders(), ['Accept' => 'application/json']);
        return new Request('GET', $this->config->getHost() . $resourcePath, $headers, '');
    }

    protected function reportMeetingsRequest($userId, $page)
    {
        $resourcePath = "/report/users/{$userId}/meetings";
        $headers = ['User-Agent' => 'zoom-client'];
        return new Request('GET', $this->config->getHost() . $resourcePath, $headers);
    }

    protected function createHttpClientOption()
    {
        $options = [];
        if ($this->config->getDebug()) {
            $options['debug'] = fopen('zoom.log', 'a');
        }
        return $options;
    }
}
